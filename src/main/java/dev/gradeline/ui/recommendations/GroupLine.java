package dev.gradeline.ui.recommendations;

/**
 * The head of a group.
 *
 * @param key what its rows have in common, as the filter has it; empty where they lack it
 * @param name the same for people
 * @param count how many rows it has
 * @param open whether its rows stand below it
 */
record GroupLine(String key, String name, int count, boolean open) implements TableLine {}
