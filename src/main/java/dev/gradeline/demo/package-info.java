/** A stand-in for the API on loopback that tells one organisation's two-year story. It speaks HTTP only. */
@NullMarked
package dev.gradeline.demo;

import org.jspecify.annotations.NullMarked;
