package dev.gradeline.ui.recommendations;

/** What stands on one line of the table. */
sealed interface TableLine permits RecommendationRow, GroupLine {}
