/** What the person chose, as readable JSON, and where Gradeline keeps its files. */
@NullMarked
package dev.gradeline.settings;

import org.jspecify.annotations.NullMarked;
