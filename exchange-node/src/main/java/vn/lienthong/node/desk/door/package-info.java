/** What every door for programs needs of the desk: taking documents in, recording what is read, receipts on paper. */
@NamedInterface("door")
@CheckReturnValue
@NullMarked
package vn.lienthong.node.desk.door;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
