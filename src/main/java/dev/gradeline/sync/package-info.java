/** One run from the API to history, and its schedule. */
@NullMarked
package dev.gradeline.sync;

import org.jspecify.annotations.NullMarked;
