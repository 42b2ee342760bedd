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
import vn.lienthong.node.statement.door.RecipientDoor;
import vn.lienthong.node.statement.door.StatementAnswers;
import vn.lienthong.node.statement.door.StatementRequests;

/** {@code /api/v1/inbox/{entryId}/…}: what a recipient reads and states about documents that arrived. */
@RestController
@InNodeRole
@RequestMapping("/api/v1/inbox/{entryId}")
class InboxStatements {

    private final RecipientDoor door;

    InboxStatements(RecipientDoor door) {
        this.door = door;
    }

    @GetMapping("/statements")
    StatementAnswers.AtRecipient list(@AuthenticationPrincipal ApiCaller caller, @PathVariable String entryId) {
        return door.list(caller, entryId);
    }

    @PostMapping("/status")
    StatementAnswers.One status(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String entryId,
            @RequestBody StatementRequests.Status request) {
        return door.status(caller, entryId, request);
    }

    @PostMapping("/answer")
    StatementAnswers.One answer(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable String entryId,
            @RequestBody StatementRequests.Answer request) {
        return door.answer(caller, entryId, request);
    }
}
