/** Controls and helpers that more than one page uses. */
@NullMarked
package dev.gradeline.ui.kit;

import org.jspecify.annotations.NullMarked;
