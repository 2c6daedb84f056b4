package dev.gradeline.ayliea;

/** Ends a call early, from however deep, with the outcome that its caller gets. Control flow only: no stack trace. */
final class CallEnded extends Exception {
    private final transient ApiResult<?> outcome;

    /** @param outcome any case but {@link ApiResult.Ok} */
    CallEnded(ApiResult<?> outcome) {
        super(outcome.toString(), null, false, false);
        if (outcome instanceof ApiResult.Ok<?>) {
            throw new IllegalArgumentException("a call that is well does not end early");
        }
        this.outcome = outcome;
    }

    static CallEnded notUnderstood(String what) {
        return new CallEnded(new ApiResult.NotUnderstood<>(what));
    }

    <T> ApiResult<T> outcome() {
        return outcome.map(value -> {
            throw new IllegalStateException("an early end has no value");
        });
    }
}
