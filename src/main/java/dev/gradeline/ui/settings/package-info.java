/** The settings page. */
@NullMarked
package dev.gradeline.ui.settings;

import org.jspecify.annotations.NullMarked;
