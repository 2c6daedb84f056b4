/** The recommendation table, its filter and its detail. */
@NullMarked
package dev.gradeline.ui.recommendations;

import org.jspecify.annotations.NullMarked;
