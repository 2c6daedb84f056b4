/** The discovered AI platforms and what is new among them. */
@NullMarked
package dev.gradeline.ui.discovery;

import org.jspecify.annotations.NullMarked;
