/** The Ayliea API, version 1: one call for each endpoint, with paging, rate limit, retry and deadlines. */
@NullMarked
package dev.gradeline.ayliea;

import org.jspecify.annotations.NullMarked;
