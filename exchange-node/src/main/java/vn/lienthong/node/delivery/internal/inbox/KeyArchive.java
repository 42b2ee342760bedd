package vn.lienthong.node.delivery.internal.inbox;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.lienthong.core.directory.AgencyEntry;
import vn.lienthong.core.message.ParcelHeader;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha256;
import vn.lienthong.core.wire.Decoded;
import vn.lienthong.core.wire.WireFormats;
import vn.lienthong.crypto.envelope.EnvelopeManifest;
import vn.lienthong.crypto.key.RecipientKey;
import vn.lienthong.crypto.suite.Suite;
import vn.lienthong.crypto.suite.SuiteId;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.documents.OpeningKeys;
import vn.lienthong.node.documents.ParcelOpening;
import vn.lienthong.node.documents.ReceivedParcel;
import vn.lienthong.node.documents.SuitePolicy;
import vn.lienthong.node.keys.AgencyKeySet;
import vn.lienthong.node.keys.AgencyKeys;
import vn.lienthong.node.keys.KeyDependants;
import vn.lienthong.node.platform.InNodeRole;

/**
 * Moves what opens kept documents from the keys to which they were sealed on their way under the archive key of the installation, so
 * that those keys can be destroyed while the documents stay readable.
 *
 * <p>Guarantees: each document is moved on its own, durably, and once; what was begun goes on after a crash. Nothing is moved that
 * does not open, and such a document keeps the keys that it is sealed to.
 */
@Component
@InNodeRole
class KeyArchive implements KeyDependants {

    private static final Logger LOG = LoggerFactory.getLogger(KeyArchive.class);
    private static final int BATCH = 50;
    private static final String WAITING = """
        select p.parcel_id, p.header, p.envelope, p.classical_signer, p.post_quantum_signer, p.secrecy > 0
          from inbound_parcel p left join archived_key a on a.parcel_id = p.parcel_id
         where a.parcel_id is null and p.payload_kept and p.parcel_id > :after
           and (p.secrecy = 0 or length(p.envelope) > 0)
           and exists (select 1 from inbox_entry e where e.parcel_id = p.parcel_id and e.recipient_code in (:codes))
         order by p.parcel_id limit :limit\
        """;

    private final JdbcClient database;
    private final ArchiveSealing sealing;
    private final DirectoryView directory;
    private final AgencyKeys keys;
    private final SuitePolicy suites;
    private final InstantSource clock;

    KeyArchive(
            JdbcClient database,
            ArchiveSealing sealing,
            DirectoryView directory,
            AgencyKeys keys,
            SuitePolicy suites,
            InstantSource clock) {
        this.database = database;
        this.sealing = sealing;
        this.directory = directory;
        this.keys = keys;
        this.suites = suites;
        this.clock = clock;
    }

    private record Waiting(
            UUID parcel, Octets header, Octets envelope, Sha256 classical, Sha256 postQuantum, boolean secret) {}

    /** What opens the parcel, when it is in the archive. */
    Optional<EnvelopeManifest> find(ParcelId parcel) throws IOException {
        Optional<byte[]> sealed = database.sql("select sealed from archived_key where parcel_id = ?")
                .param(Columns.octets(parcel.value()))
                .query((row, number) -> row.getBytes(1))
                .optional();
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        byte[] manifest = sealing.open(parcel.value(), sealed.get());
        try {
            return Optional.of(EnvelopeManifest.decode(manifest));
        } finally {
            Arrays.fill(manifest, (byte) 0);
        }
    }

    @Override
    public long release(AgencyId agency, AgencyKeySet going) throws IOException {
        AgencyEntry entry = directory
                .current()
                .agency(agency)
                .orElseThrow(() -> new IOException("the directory does not know the agency"));
        Collection<String> codes = entry.agency().codes().stream()
                .map(validity -> validity.code().value())
                .toList();
        long left = 0;
        long moved = 0;
        byte[] after = new byte[16];
        for (List<Waiting> batch = waiting(codes, after); !batch.isEmpty(); batch = waiting(codes, after)) {
            for (Waiting parcel : batch) {
                // The key of a secret is never stored whole: its envelope stays until its readers have their shares.
                if (!parcel.secret() && move(parcel, entry)) {
                    moved++;
                } else if (isSealedTo(parcel, entry, going)) {
                    left++;
                }
            }
            after = Columns.octets(batch.getLast().parcel());
        }
        LOG.info("{} documents of agency {} moved under the archive key, {} cannot be", moved, agency, left);
        forgetReleased();
        return left;
    }

    /** What opens a payload that is gone opens nothing. */
    private void forgetReleased() {
        int forgotten = database.sql("delete from archived_key where parcel_id in"
                        + " (select parcel_id from inbound_parcel where not payload_kept)")
                .update();
        LOG.debug("{} archived keys forgotten", forgotten);
    }

    private List<Waiting> waiting(Collection<String> codes, byte[] after) {
        return database.sql(WAITING)
                .param("after", after)
                .param("codes", codes)
                .param("limit", BATCH)
                .query((row, number) -> new Waiting(
                        Columns.uuid(row.getBytes(1)),
                        Octets.of(row.getBytes(2)),
                        Octets.of(row.getBytes(3)),
                        Sha256.fromBytes(row.getBytes(4)),
                        Sha256.fromBytes(row.getBytes(5)),
                        row.getBoolean(6)))
                .list();
    }

    private boolean move(Waiting parcel, AgencyEntry entry) {
        byte[] manifest;
        try {
            ReceivedParcel received = received(parcel);
            Spoken suite = suite(received.header());
            List<RecipientKey> all = keys.recipientKeys(entry.agency().id(), suite.core());
            manifest = ParcelOpening.manifest(received, opening(parcel, entry, suite, all))
                    .encode();
        } catch (IOException closed) {
            LOG.warn("parcel {} does not open for the archive: {}", parcel.parcel(), closed.getMessage());
            return false;
        }
        int rows = database.sql("insert ignore into archived_key (parcel_id, sealed, archived_at) values (?, ?, ?)")
                .params(
                        Columns.octets(parcel.parcel()),
                        sealing.seal(parcel.parcel(), manifest),
                        Columns.of(clock.instant()))
                .update();
        Arrays.fill(manifest, (byte) 0);
        return rows <= 1;
    }

    private boolean isSealedTo(Waiting parcel, AgencyEntry entry, AgencyKeySet going) {
        try {
            ReceivedParcel received = received(parcel);
            Spoken suite = suite(received.header());
            List<RecipientKey> those = going.recipientKey(suite.core()).stream().toList();
            return !those.isEmpty() && ParcelOpening.needs(received, opening(parcel, entry, suite, those));
        } catch (IOException unknown) {
            LOG.warn("it cannot be said what parcel {} is sealed to: {}", parcel.parcel(), unknown.getMessage());
            return true;
        }
    }

    private record Spoken(vn.lienthong.core.value.SuiteId core, Suite suite) {}

    private Spoken suite(ParcelHeader header) throws IOException {
        return new Spoken(
                header.suite(),
                suites.known(new SuiteId(header.suite().value()))
                        .orElseThrow(() -> new IOException("the suite is no longer known")));
    }

    private OpeningKeys opening(Waiting parcel, AgencyEntry entry, Spoken suite, List<RecipientKey> held)
            throws IOException {
        return new OpeningKeys(
                suite.suite(),
                certificate(parcel.classical()),
                certificate(parcel.postQuantum()),
                Map.of(entry.agency().codes().getFirst().code(), held));
    }

    private X509Certificate certificate(Sha256 fingerprint) throws IOException {
        return directory
                .certificate(fingerprint)
                .orElseThrow(() -> new IOException("a certificate of the sender is no longer known"));
    }

    private static ReceivedParcel received(Waiting parcel) throws IOException {
        return switch (WireFormats.PARCEL_HEADER.decode(parcel.header().toByteArray())) {
            case Decoded.Value<ParcelHeader>(ParcelHeader header) ->
                new ReceivedParcel(header, parcel.header(), parcel.envelope());
            case Decoded.Malformed<ParcelHeader>(String reason, String _) ->
                throw new IOException("its header was damaged: " + reason);
        };
    }
}
