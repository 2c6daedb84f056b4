package dev.gradeline.app;

import dev.gradeline.settings.Settings;
import dev.gradeline.ui.kit.KeySight;
import dev.gradeline.ui.portfolio.Holdings;
import dev.gradeline.ui.settings.Organisations;
import dev.gradeline.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The organisations on this computer side by side, beside the one that is open. */
final class PortfolioWays implements Holdings {
    private final CurrentProgram current;
    private final Organisations organisations;
    private final Naming naming;

    PortfolioWays(CurrentProgram current, Organisations organisations, Words words) {
        this.naming = new Naming(words);
        this.current = current;
        this.organisations = organisations;
    }

    @Override
    public List<Member> members() {
        return current.with(program -> new Homes(program).members()).stream()
                .map(each -> new Member(naming.shown(each.connection()), each.open(), each.history()))
                .toList();
    }

    @Override
    public Map<String, KeySight> keys() {
        return organisations.keys();
    }

    @Override
    public Instant now() {
        return current.with(program -> program.clock().instant());
    }

    @Override
    public void open(Settings.Connection connection) {
        organisations.open(connection);
    }

    @Override
    public void add() {
        organisations.add();
    }
}
