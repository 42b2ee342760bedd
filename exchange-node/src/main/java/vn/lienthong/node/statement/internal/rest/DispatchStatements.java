package vn.lienthong.node.statement.internal.rest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.node.identity.ApiCaller;
import vn.lienthong.node.platform.InNodeRole;
import vn.lienthong.node.statement.door.SenderDoor;
import vn.lienthong.node.statement.door.StatementAnswers;
import vn.lienthong.node.statement.door.StatementRequests;

/** {@code /api/v1/dispatches/{parcelId}/…}: what a sender reads and states about its documents. */
@RestController
@InNodeRole
@RequestMapping("/api/v1/dispatches/{parcelId}")
class DispatchStatements {

    private final SenderDoor door;

    DispatchStatements(SenderDoor door) {
        this.door = door;
    }

    @GetMapping("/statements")
    StatementAnswers.Page list(@AuthenticationPrincipal ApiCaller caller, @PathVariable String parcelId) {
        return door.list(caller, parcelId);
    }

    @PostMapping("/recall")
    StatementAnswers.Acted recall(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String parcelId,
            @RequestBody StatementRequests.Act request) {
        return door.recall(caller, parcelId, request);
    }

    @PostMapping("/reminder")
    StatementAnswers.Acted remind(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String parcelId,
            @RequestBody StatementRequests.Act request) {
        return door.remind(caller, parcelId, request);
    }

    @PostMapping("/update")
    StatementAnswers.Acted update(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String parcelId,
            @RequestBody StatementRequests.Act request) {
        return door.update(caller, parcelId, request);
    }

    @PostMapping("/replacement")
    StatementAnswers.Acted replace(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String parcelId,
            @RequestBody StatementRequests.Act request) {
        return door.replace(caller, parcelId, request);
    }

    @PostMapping("/correction")
    StatementAnswers.Acted correct(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String parcelId,
            @RequestBody StatementRequests.Act request) {
        return door.correct(caller, parcelId, request);
    }
}
