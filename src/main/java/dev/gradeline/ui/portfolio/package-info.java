/** All organisations on this computer side by side. */
@NullMarked
package dev.gradeline.ui.portfolio;

import org.jspecify.annotations.NullMarked;
