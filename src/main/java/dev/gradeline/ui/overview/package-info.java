/** The first page: grades, what changed, what is most urgent. */
@NullMarked
package dev.gradeline.ui.overview;

import org.jspecify.annotations.NullMarked;
