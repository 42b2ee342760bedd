/** What people and programs take away to prove a delivery: dossiers and receipts. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.desk.internal.dossier;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
