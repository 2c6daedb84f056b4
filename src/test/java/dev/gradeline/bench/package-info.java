/** What every benchmark shares, start-up as a whole, and the paper that tells of all of them. */
@org.jspecify.annotations.NullMarked
package dev.gradeline.bench;
