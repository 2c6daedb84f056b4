package dev.gradeline.ayliea;

import dev.gradeline.posture.Scan;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the discovery endpoint.
 *
 * @param scan the latest completed scan with its platforms; null when the organisation has none
 */
public record Discovery(@Nullable Scan scan) {}
