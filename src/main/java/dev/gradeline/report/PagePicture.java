package dev.gradeline.report;

/**
 * A page as pixels.
 *
 * @param argb row by row from the top left, opaque; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to be painted, never compared
public record PagePicture(int width, int height, int[] argb) {}
