package dev.gradeline.cli;

import dev.gradeline.keychain.KeyVault;
import dev.gradeline.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code gradeline sync}: synchronises once, stores, and prints what changed; with {@code --all}, for every organisation of the
 * data directory, one after the other.
 */
@Command(name = "sync")
final class SyncCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--all", descriptionKey = "cli.option.all")
    private boolean all;

    @Option(names = "--same-organisation", descriptionKey = "cli.option.sameOrganisation")
    private boolean sameOrganisation;

    SyncCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!all) {
            return session.with(bench -> new OneSync(session, "").run(bench, sameOrganisation));
        }
        refuseWhatIsOfOne();
        List<Settings.Connection> each = new ArrayList<>();
        int listed = session.with(bench -> {
            each.addAll(toRead(bench));
            return ExitCode.DONE;
        });
        return listed == ExitCode.DONE.number() ? readAll(each).number() : listed;
    }

    /** A person's word is for one key, and an address for one organisation: sent elsewhere, a key would be given away. */
    private void refuseWhatIsOfOne() {
        GlobalOptions given = session.options();
        String other = given.connection() != null
                ? "--connection"
                : given.baseUrl() != null ? "--base-url" : sameOrganisation ? "--same-organisation" : null;
        if (other != null) {
            throw new UsageException(session.words().of("cli.sync.all.one", other));
        }
    }

    /** The key in the environment is one organisation's, and would begin the histories of the others with its data. */
    private List<Settings.Connection> toRead(Workbench bench) {
        List<Settings.Connection> there = bench.connections();
        if (there.size() > 1 && bench.vault().isFromEnvironment()) {
            throw new UsageException(session.words().of("cli.sync.all.variable", KeyVault.VARIABLE));
        }
        return there;
    }

    /** One that has no key here, as a colleague's backup that was kept, is no failure while another one has one. */
    private ExitCode readAll(List<Settings.Connection> there) {
        List<ExitCode> codes = new ArrayList<>();
        for (Settings.Connection each : there) {
            session.tell("cli.sync.all.organisation", each.title());
            Turn turn = new Turn(each.title() + ": ");
            ExitCode code = session.with(each.name(), turn);
            if (!turn.keyless) {
                codes.add(code);
            }
        }
        return codes.isEmpty() ? ExitCode.KEY : ExitCode.gravest(codes);
    }

    /** One organisation's. */
    private final class Turn implements Session.Work {
        private final String prefix;
        /** Whether the keychain answered, and holds no key. */
        private boolean keyless;

        Turn(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public ExitCode on(Workbench bench) {
            ExitCode code = new OneSync(session, prefix).run(bench, false);
            KeyVault.@Nullable Found found =
                    code == ExitCode.KEY ? bench.vault().find() : null;
            keyless = found != null && found.secret() == null && !KeyTrouble.failed(found.trouble());
            return code;
        }
    }
}
