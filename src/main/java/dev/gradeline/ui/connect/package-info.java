/** First start and keys: paste, check, keep; or explore sample data. */
@NullMarked
package dev.gradeline.ui.connect;

import org.jspecify.annotations.NullMarked;
