package sandglass.sandbox.wasi;

import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.ValType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A WASI function: names and kinds of its parameters, as the witx files of preview 1 have them.
 *
 * @param name its name
 * @param parameters in order
 */
record Signature(String name, List<Parameter> parameters) {

  /**
   * A parameter.
   *
   * @param name its name
   * @param kind what it means
   * @param index the first of the wasm parameters that carry it
   */
  record Parameter(String name, Kind kind, int index) {}

  /** The module that the functions are imported from. */
  static final String MODULE = "wasi_snapshot_preview1";

  /** All of preview 1, by name. */
  static final Map<String, Signature> ALL =
      parse(
          """
          args_get argv:pointer argv_buf:pointer
          args_sizes_get argc:out_u32 argv_buf_size:out_u32
          environ_get environ:pointer environ_buf:pointer
          environ_sizes_get environc:out_u32 environ_buf_size:out_u32
          clock_res_get id:clockid resolution:out_u64
          clock_time_get id:clockid precision:u64 time:out_u64
          fd_advise fd:fd offset:u64 len:u64 advice:advice
          fd_allocate fd:fd offset:u64 len:u64
          fd_close fd:fd
          fd_datasync fd:fd
          fd_fdstat_get fd:fd stat:out_fdstat
          fd_fdstat_set_flags fd:fd flags:fdflags
          fd_fdstat_set_rights fd:fd fs_rights_base:rights fs_rights_inheriting:rights
          fd_filestat_get fd:fd buf:out_filestat
          fd_filestat_set_size fd:fd size:u64
          fd_filestat_set_times fd:fd atim:u64 mtim:u64 fst_flags:fstflags
          fd_pread fd:fd iovs:iovecs offset:u64 nread:out_u32
          fd_prestat_get fd:fd buf:out_prestat
          fd_prestat_dir_name fd:fd path:text
          fd_pwrite fd:fd iovs:ciovecs offset:u64 nwritten:out_u32
          fd_read fd:fd iovs:iovecs nread:out_u32
          fd_readdir fd:fd buf:buffer cookie:u64 bufused:out_u32
          fd_renumber fd:fd to:fd
          fd_seek fd:fd offset:s64 whence:whence newoffset:out_u64
          fd_sync fd:fd
          fd_tell fd:fd offset:out_u64
          fd_write fd:fd iovs:ciovecs nwritten:out_u32
          path_create_directory fd:fd path:string
          path_filestat_get fd:fd flags:lookupflags path:string buf:out_filestat
          path_filestat_set_times fd:fd flags:lookupflags path:string atim:u64 mtim:u64 \
          fst_flags:fstflags
          path_link old_fd:fd old_flags:lookupflags old_path:string new_fd:fd new_path:string
          path_open fd:fd dirflags:lookupflags path:string oflags:oflags fs_rights_base:rights \
          fs_rights_inheriting:rights fdflags:fdflags fd:out_fd
          path_readlink fd:fd path:string buf:text bufused:out_u32
          path_remove_directory fd:fd path:string
          path_rename fd:fd old_path:string new_fd:fd new_path:string
          path_symlink old_path:string fd:fd new_path:string
          path_unlink_file fd:fd path:string
          poll_oneoff in:subscriptions out:events nsubscriptions:u32 nevents:out_u32
          proc_exit rval:u32
          proc_raise sig:signal
          sched_yield
          random_get buf:buffer
          sock_accept fd:fd flags:fdflags fd:out_fd
          sock_recv fd:fd ri_data:iovecs ri_flags:riflags ro_datalen:out_u32 ro_flags:pointer
          sock_send fd:fd si_data:ciovecs si_flags:u32 so_datalen:out_u32
          sock_shutdown fd:fd how:sdflags
          """);

  /** Its wasm type. All return an errno but {@code proc_exit}, which does not return. */
  FunctionType type() {
    var types = new ArrayList<ValType>();
    parameters.forEach(parameter -> types.addAll(parameter.kind.types()));
    return FunctionType.of(types, returns() ? List.of(ValType.I32) : List.of());
  }

  /** Whether it returns an errno. */
  boolean returns() {
    return !name.equals("proc_exit");
  }

  private static Map<String, Signature> parse(String table) {
    var all = new LinkedHashMap<String, Signature>();
    table
        .lines()
        .forEach(
            line -> {
              var words = line.split(" ", -1);
              var parameters = new ArrayList<Parameter>();
              int index = 0;
              for (int i = 1; i < words.length; i++) {
                int colon = words[i].indexOf(':');
                var kind = Kind.valueOf(words[i].substring(colon + 1).toUpperCase(Locale.ROOT));
                parameters.add(new Parameter(words[i].substring(0, colon), kind, index));
                index += kind.types().size();
              }
              all.put(words[0], new Signature(words[0], List.copyOf(parameters)));
            });
    return Collections.unmodifiableMap(all);
  }
}
