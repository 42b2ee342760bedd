package vn.lienthong.node.secret.internal;

import static vn.lienthong.node.secret.internal.SecretsUnderTest.AGENCY;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import vn.lienthong.core.document.Attachment;
import vn.lienthong.core.document.Document;
import vn.lienthong.core.document.DocumentMetadata;
import vn.lienthong.core.document.FileName;
import vn.lienthong.core.document.Organization;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.party.AgencyCode;
import vn.lienthong.core.party.NodeId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.core.value.Sha512;
import vn.lienthong.node.database.Columns;
import vn.lienthong.node.delivery.Arrival;
import vn.lienthong.node.delivery.SecretArrival;
import vn.lienthong.node.secret.SecretId;

/** Lets secrets arrive as the delivery tells of them. */
final class ArrivingSecrets {

    private static final AtomicLong ENTRIES = new AtomicLong(1);
    private static final AgencyCode SENDER = new AgencyCode("H40");

    private ArrivingSecrets() {}

    /** A document with one file, whose payload has that key. */
    static Arrived arrive(SecretsUnderTest under, Secrecy level, byte[] key) {
        long entry = ENTRIES.incrementAndGet();
        ParcelId parcel = new ParcelId(under.basics.ids().next());
        under.delivery.envelopes.put(entry, key);
        DocumentMetadata metadata = DocumentMetadata.builder(Organization.of(SENDER, "Ủy ban tỉnh"), "Kho thóc dự trữ")
                .secrecy(level)
                .build();
        Attachment file = new Attachment(
                new FileName("a.pdf"), "a.pdf", "application/pdf", 3, Sha512.of(new byte[] {1, 2, 3}), "");
        SecretArrival arrival = new SecretArrival(
                new Arrival(parcel, SENDER, new NodeId("node-1"), AGENCY, entry, under.clock.instant()),
                level,
                key,
                new Document(metadata, List.of(file)),
                Octets.of(new byte[] {'{', '}'}));
        under.basics.transactions().executeWithoutResult(_ -> under.arrivals.arrived(List.of(arrival)));
        byte[] id = under.database
                .sql("select document_id from secret_document where entry_id = ?")
                .param(entry)
                .query(byte[].class)
                .single();
        return under.arrivedRows.find(new SecretId(Columns.uuid(id))).orElseThrow();
    }
}
