/** The words of the domain as immutable values: what is known at one moment, and what differs between two. No I/O. */
@NullMarked
package dev.gradeline.posture;

import org.jspecify.annotations.NullMarked;
