package vn.lienthong.node.directory.internal.publication;

import java.util.function.BiConsumer;
import vn.lienthong.core.directory.DirectoryChange;
import vn.lienthong.core.directory.DirectoryChange.AgencyKeysPut;
import vn.lienthong.core.directory.DirectoryChange.NodePut;
import vn.lienthong.core.directory.Publication;
import vn.lienthong.core.value.Octets;

/** Finds the certificates in a publication. */
final class ListedCertificates {

    private ListedCertificates() {}

    /** Gives each certificate with its owner to the visitor. */
    static void forEach(Publication publication, BiConsumer<Octets, String> visitor) {
        for (DirectoryChange change : publication.changes()) {
            switch (change) {
                case NodePut node -> {
                    visitor.accept(node.tlsCertificate(), node.id().value());
                    visitor.accept(node.signingCertificate(), node.id().value());
                }
                case AgencyKeysPut keys -> {
                    String owner = keys.agency().toString();
                    visitor.accept(keys.classical().der(), owner);
                    visitor.accept(keys.postQuantum().der(), owner);
                    keys.suiteKeys()
                            .forEach(key -> visitor.accept(key.certificate().der(), owner));
                }
                default -> {}
            }
        }
    }
}
