/** The posture as slides for a meeting room: large, without detail, by keys alone. */
@NullMarked
package dev.gradeline.ui.present;

import org.jspecify.annotations.NullMarked;
