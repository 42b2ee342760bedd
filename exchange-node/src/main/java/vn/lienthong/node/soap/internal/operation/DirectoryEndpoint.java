package vn.lienthong.node.soap.internal.operation;

import java.time.InstantSource;
import org.springframework.ws.context.MessageContext;
import org.springframework.ws.server.endpoint.annotation.Endpoint;
import org.springframework.ws.server.endpoint.annotation.PayloadRoot;
import org.springframework.ws.server.endpoint.annotation.ResponsePayload;
import org.w3c.dom.Element;
import vn.lienthong.core.value.Timestamps;
import vn.lienthong.node.directory.AgencySearch;
import vn.lienthong.node.directory.DirectoryView;
import vn.lienthong.node.identity.ApiScope;
import vn.lienthong.node.identity.Permissions;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.soap.internal.SoapCall;
import vn.lienthong.node.soap.internal.contract.Contract;
import vn.lienthong.node.soap.internal.wire.Asked;

/** {@code Directory} and {@code Ping}. */
@InNodeRole
@Endpoint
class DirectoryEndpoint {

    private static final int PAGE = 100;

    private final AgencySearch search;
    private final DirectoryView directory;
    private final InstantSource clock;

    DirectoryEndpoint(AgencySearch search, DirectoryView directory, InstantSource clock) {
        this.search = search;
        this.directory = directory;
        this.clock = clock;
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "Directory")
    @ResponsePayload
    public Element agencies(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        Permissions.require(call.caller(), ApiScope.TRACK);
        Asked asked = call.asked();
        long version = directory.sequence();
        if (asked.number("since", -1) == version) {
            return Answers.answer("Directory")
                    .put("version", version)
                    .put("unchanged", true)
                    .element();
        }
        var page = search.agencies(asked.text("query"), asked.name("after"), (int) asked.number("pageSize", PAGE));
        return Answers.answer("Directory")
                .put("version", version)
                .put("unchanged", false)
                .each(
                        "agencies",
                        page.agencies(),
                        (xml, one) -> xml.put("code", one.code())
                                .put("name", one.name())
                                .put("bloc", one.bloc())
                                .put("node", one.node())
                                .put("keyState", one.keyState())
                                .put("active", one.active()))
                .put("next", page.nextPageToken())
                .element();
    }

    @PayloadRoot(namespace = Contract.NAMESPACE, localPart = "Ping")
    @ResponsePayload
    public Element ping(MessageContext context) {
        SoapCall call = SoapCall.of(context);
        return Answers.answer("Ping")
                .putWords("text", call.asked().text("text"))
                .put("agency", call.caller().agency())
                .put("time", Timestamps.format(clock.instant()))
                .element();
    }
}
