package dev.gradeline.ui.flow;

/** What recommendations are grouped by, to tell how long they were open. */
public enum FlowBy {
    PRIORITY,
    FRAMEWORK
}
