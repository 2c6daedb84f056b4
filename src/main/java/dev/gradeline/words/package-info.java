/** Text for people: the message bundle, and sentences about changes, outcomes and times, shared by window, command line and report. */
@NullMarked
package dev.gradeline.words;

import org.jspecify.annotations.NullMarked;
