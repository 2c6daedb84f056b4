/** The window: navigation, status bar, palette, freshness; the only place where pages meet. */
@NullMarked
package dev.gradeline.ui.shell;

import org.jspecify.annotations.NullMarked;
