package dev.gradeline.ui.shell;

import dev.gradeline.posture.Annotations;
import dev.gradeline.posture.DayNote;
import dev.gradeline.posture.Framework;
import dev.gradeline.posture.OwnNote;
import dev.gradeline.posture.Part;
import dev.gradeline.posture.Unread;
import dev.gradeline.ui.kit.Notebook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The person's notes and targets in this connection's history. Blocking. */
record HistoryNotebook(Services services) implements Notebook {
    @Override
    public Annotations annotations() {
        return services.history().annotations();
    }

    @Override
    public boolean isWritable() {
        return services.history().isWritable();
    }

    @Override
    public List<Unread> unread(Part part, Instant asOf) {
        return services.history().unread(part, asOf);
    }

    @Override
    public void keep(DayNote note) {
        services.history().keep(note);
    }

    @Override
    public void removeNote(String uid) {
        services.history().removeNote(uid);
    }

    @Override
    public void setTarget(Framework framework, @Nullable BigDecimal score) {
        services.history().setTarget(framework, score);
    }

    @Override
    public void keep(String recommendationId, OwnNote note) {
        services.history().keep(recommendationId, note);
    }
}
