package dev.gradeline.settings;

/**
 * What the window tells by itself when a synchronisation brings it.
 *
 * @param grades whether changes of grade are told
 * @param platforms whether new platforms are
 * @param keys whether it is told that a key was refused
 * @param points how far a score must have moved for its change of grade to be told, 0 to 50; 0 tells each
 * @param count how many platforms must be new for that to be told, 1 to 1000; 1 tells each
 */
public record Notices(boolean grades, boolean platforms, boolean keys, int points, int count) {
    static final Notices DEFAULT = new Notices(true, true, true, 0, 1);

    public Notices {
        points = Math.clamp(points, 0, 50);
        count = Math.clamp(count, 1, 1000);
    }

    public Notices withGrades(boolean told) {
        return new Notices(told, platforms, keys, points, count);
    }

    public Notices withPlatforms(boolean told) {
        return new Notices(grades, told, keys, points, count);
    }

    public Notices withKeys(boolean told) {
        return new Notices(grades, platforms, told, points, count);
    }

    public Notices withPoints(int least) {
        return new Notices(grades, platforms, keys, least, count);
    }

    public Notices withCount(int least) {
        return new Notices(grades, platforms, keys, points, least);
    }
}
