package dev.gradeline.ayliea;

/** One exchange ended without a whole answer. Carries no cause: its message may be anything the network sent. */
final class NoAnswer extends Exception {
    private final transient ApiResult<?> outcome;
    private final boolean passing;

    /** @param passing whether another try may do better */
    NoAnswer(ApiResult<?> outcome, boolean passing) {
        super(outcome.toString(), null, false, false);
        this.outcome = outcome;
        this.passing = passing;
    }

    ApiResult<?> outcome() {
        return outcome;
    }

    boolean passing() {
        return passing;
    }
}
