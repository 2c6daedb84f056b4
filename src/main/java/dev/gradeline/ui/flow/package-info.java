/** How recommendations come and go: opened, completed and dismissed in each month, and how long they stay open. */
@NullMarked
package dev.gradeline.ui.flow;

import org.jspecify.annotations.NullMarked;
