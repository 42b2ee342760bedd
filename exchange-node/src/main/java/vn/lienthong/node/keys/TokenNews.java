package vn.lienthong.node.keys;

import java.util.Optional;
import vn.lienthong.crypto.token.TokenFault;

/**
 * The token with keys of this installation went away or came back. Published as an application event when it is noticed.
 *
 * @param fault what is wrong; empty when it can be used again
 */
public record TokenNews(Optional<TokenFault> fault) {}
