/** What was seen and when, in SQLite: the posture as of any moment, and the changes between any two. */
@NullMarked
package dev.gradeline.history;

import org.jspecify.annotations.NullMarked;
