/** What differs between two moments, grouped by day. */
@NullMarked
package dev.gradeline.ui.changes;

import org.jspecify.annotations.NullMarked;
