/** The step before a PDF snapshot is saved: what it is to hold, and what it looks like. */
@NullMarked
package dev.gradeline.ui.snapshot;

import org.jspecify.annotations.NullMarked;
