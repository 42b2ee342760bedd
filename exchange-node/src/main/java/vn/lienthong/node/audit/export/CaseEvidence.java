package vn.lienthong.node.audit.export;

import java.util.SortedMap;
import vn.lienthong.core.document.Secrecy;
import vn.lienthong.core.value.Octets;

/** Brings evidence about a document into its dossier; the module that keeps evidence implements it as a bean. Never contents. */
public interface CaseEvidence {

    /**
     * Files by their names, without directories.
     *
     * @param document identifier of the parcel, of any form
     * @param sight up to which level of secrecy the dossier may speak
     * @return empty when nothing is known about it
     */
    SortedMap<String, Octets> about(String document, Secrecy sight);
}
