package vn.lienthong.node.directory.internal.publication;

import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.directory.SuiteKey;
import vn.lienthong.node.directory.internal.publication.PublicationTable.ListedCertificate;

/** Finds the certificates in a publication. */
final class ListedCertificates {

    private ListedCertificates() {}

    /** The certificates of a publication with their owners. */
    static List<ListedCertificate> of(Publication publication) {
        return publication.changes().stream().flatMap(ListedCertificates::of).toList();
    }

    /** The certificates of one change. */
    static Stream<ListedCertificate> of(DirectoryChange change) {
        return switch (change) {
            case NodePut node ->
                Stream.of(node.tlsCertificate(), node.signingCertificate())
                        .map(der -> new ListedCertificate(der, node.id().value()));
            case AgencyKeysPut keys ->
                Stream.concat(
                                Stream.of(keys.classical(), keys.postQuantum()),
                                keys.suiteKeys().stream().map(SuiteKey::certificate))
                        .map(certificate -> new ListedCertificate(
                                certificate.der(), keys.agency().toString()));
            default -> Stream.empty();
        };
    }
}
