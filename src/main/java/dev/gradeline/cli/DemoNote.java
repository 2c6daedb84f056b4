package dev.gradeline.cli;

import java.nio.file.Files;

/** Says that sample data is being made, where there is none yet: it takes a few seconds. */
final class DemoNote {
    private final Session session;

    DemoNote(Session session) {
        this.session = session;
    }

    void before(Workbench bench) {
        if (bench.demo()
                && !Files.exists(
                        bench.directory().historyFile(bench.connection().name()))) {
            session.tell("cli.demo.growing");
        }
    }
}
