package dev.gradeline.cli;

/** Says that sample data is being made, which takes a few seconds. */
final class DemoNote {
    private final Session session;

    DemoNote(Session session) {
        this.session = session;
    }

    void before(Workbench bench) {
        if (bench.demo()) {
            session.tell("cli.demo.growing");
        }
    }
}
