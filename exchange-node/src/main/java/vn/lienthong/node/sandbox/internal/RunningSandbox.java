package vn.lienthong.node.sandbox.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.node.delivery.Inbox;
import vn.lienthong.node.delivery.InboxEntry;
import vn.lienthong.node.platform.InSandbox;
import vn.lienthong.node.sandbox.Conformance;
import vn.lienthong.node.sandbox.Sandbox;
import vn.lienthong.node.sandbox.SandboxAgency;

/** Steers the clock, begins from the front and reads the checklist. */
@Component
@InSandbox
class RunningSandbox implements Sandbox {

    private static final int PAGE = 200;

    private final SandboxClock clock;
    private final InstantSource real;
    private final Deeds deeds;
    private final PlannedActs acts;
    private final Inbox inbox;
    private final ConformanceSheet sheet;
    private final SandboxRecords records;

    RunningSandbox(
            SandboxClock clock,
            InstantSource real,
            Deeds deeds,
            PlannedActs acts,
            Inbox inbox,
            ConformanceSheet sheet,
            SandboxRecords records) {
        this.clock = clock;
        this.real = real;
        this.deeds = deeds;
        this.acts = acts;
        this.inbox = inbox;
        this.sheet = sheet;
        this.records = records;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Instant advance(Duration step) {
        if (step.isNegative() || step.isZero() || step.compareTo(LONGEST_STEP) > 0) {
            throw new IllegalArgumentException("a step is more than nothing and at most " + LONGEST_STEP);
        }
        records.change("clock", step, () -> clock.advance(step));
        return clock.instant();
    }

    @Override
    public int reset(AgencyCode agency) {
        int[] taken = {0};
        records.change("reset", agency, () -> {
            taken[0] = empty(agency);
            acts.forget(agency);
            deeds.begin(agency, deeds.run(agency).system());
            clock.reset();
        });
        return taken[0];
    }

    private int empty(AgencyCode agency) {
        int taken = 0;
        long after = 0;
        List<InboxEntry> page = inbox.waiting(agency, after, PAGE, real.instant());
        while (!page.isEmpty()) {
            for (InboxEntry entry : page) {
                boolean simulated = SandboxAgency.of(entry.sender())
                        .filter(SandboxAgency::isSimulated)
                        .isPresent();
                taken += simulated && inbox.withdraw(entry.parcelId(), entry.recipient()) ? 1 : 0;
            }
            after = page.getLast().entryId();
            page = inbox.waiting(agency, after, PAGE, real.instant());
        }
        return taken;
    }

    @Override
    public Conformance begin(AgencyCode agency, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
        }
        records.change("run", agency, () -> deeds.begin(agency, name.strip()));
        return conformance(agency);
    }

    @Override
    public Conformance conformance(AgencyCode agency) {
        Deeds.Run run = deeds.run(agency);
        return new Conformance(
                run.id(), agency, run.system(), run.begunAt(), real.instant(), new Checklist(deeds.of(agency)).items());
    }

    @Override
    public Optional<byte[]> certificate(AgencyCode agency) throws IOException {
        return SandboxAgency.of(agency).isEmpty() ? Optional.empty() : Optional.of(sheet.of(conformance(agency)));
    }
}
