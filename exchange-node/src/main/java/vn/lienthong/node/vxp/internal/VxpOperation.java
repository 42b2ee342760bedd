package vn.lienthong.node.vxp.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The operations, with the parameters that belong to each. */
enum VxpOperation {
    GET_AGENCIES_LIST("getAgenciesList", ""),
    GET_AGENCIES_LIST_QD20("getAgenciesListQD20", "level"),
    GET_SYNCHRONIZE_UNIT("getSynchronizeUnit", ""),
    REGISTER_AGENCY("registerAgency", ""),
    DELETE_AGENCY("deleteAgency", "agencycode"),
    SEND_EDOC("sendEdoc", "from to servicetype messagetype hash-file"),
    GET_RECEIVED_EDOC_LIST("getReceivedEdocList", "servicetype messagetype fromdate todate status pagesize pageindex"),
    GET_EDOC("getEdoc", "docid filepath"),
    DOWNLOAD_EDOC("downloadEdoc", "docid filepath"),
    UPDATE_STATUS("updateStatus", "docid status"),
    GET_SENT_EDOC_LIST("getSentEdocList", "servicetype messagetype docid"),
    COUNT_RECEIVE_EDOC("countReceiveEdoc", "servicetype messagetype"),
    COUNT_RECEIVE_STATUS("countReceiveStatus", "servicetype messagetype");

    private static final Set<String> ALWAYS = Set.of("timestamp", "systemid", "content-type", "version");

    private final String path;
    private final String parameters;

    VxpOperation(String path, String parameters) {
        this.path = path;
        this.parameters = " " + parameters + " ";
    }

    static Optional<VxpOperation> of(String path) {
        return Arrays.stream(values())
                .filter(operation -> operation.path.equals(path))
                .findFirst();
    }

    /** As it is written in paths. */
    String path() {
        return path;
    }

    /** Returns whether a signed parameter belongs to this operation; others were left over from an earlier one. */
    boolean takes(String parameter) {
        String name = parameter.toLowerCase(Locale.ROOT);
        return ALWAYS.contains(name) || parameters.contains(" " + name + " ");
    }
}
