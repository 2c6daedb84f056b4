package dev.gradeline.ayliea;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one answer.
 *
 * @param rows those that could be read, in the server's order
 * @param received how many there were, with those that could not be read
 * @param beside the object that stands beside the rows; null when there is none
 * @param oddities what was odd in this answer alone
 */
record Page<R>(List<R> rows, int received, @Nullable Row beside, Oddities oddities) {}
