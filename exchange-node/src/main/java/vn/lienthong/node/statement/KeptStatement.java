package vn.lienthong.node.statement;

import java.time.Instant;
import vn.lienthong.core.statement.SignedStatement;
import vn.lienthong.core.statement.Statement;

/**
 * A statement whose signatures have been made or verified here.
 *
 * @param statement what it says
 * @param signed the very octets and the signature
 * @param own whether an agency of this node stated it
 * @param keptAt when it was kept here
 */
public record KeptStatement(Statement statement, SignedStatement signed, boolean own, Instant keptAt) {}
