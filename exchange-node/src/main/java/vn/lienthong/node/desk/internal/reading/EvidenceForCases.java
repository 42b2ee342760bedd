package vn.lienthong.node.desk.internal.reading;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.evidence.Evidence;
import vn.lienthong.core.message.ParcelId;
import vn.lienthong.core.value.Octets;
import vn.lienthong.node.audit.export.CaseEvidence;
import vn.lienthong.node.delivery.SecretMarks;
import vn.lienthong.node.evidence.EvidenceBook;
import vn.lienthong.node.evidence.StoredEvidence;
import vn.lienthong.node.platform.InNodeRole;

/** Puts the evidence about a parcel into the dossier about it: what was signed, and the signature. */
@InNodeRole
@Component
class EvidenceForCases implements CaseEvidence {

    private final EvidenceBook book;
    private final SecretMarks secrets;

    EvidenceForCases(EvidenceBook book, SecretMarks secrets) {
        this.book = book;
        this.secrets = secrets;
    }

    @Override
    public SortedMap<String, Octets> about(String document, Secrecy sight) {
        SortedMap<String, Octets> files = new TreeMap<>();
        ParcelId.parse(document)
                .filter(parcel -> sight.covers(secrets.level(parcel)))
                .ifPresent(parcel -> book.ofParcel(parcel).forEach(stored -> add(files, stored)));
        return Collections.unmodifiableSortedMap(files);
    }

    private static void add(SortedMap<String, Octets> files, StoredEvidence stored) {
        Evidence piece = stored.evidence();
        String name = piece.id().value() + "-" + piece.event().event();
        files.put(name + ".json", stored.signed().octets());
        files.put(name + ".p7s", stored.signed().signature());
    }
}
