# fish completion of tenko: the program itself knows what may stand where (`tenko complete`).
function __tenko_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    # NAME=FILE and --option=FILE: what stands before the file stays
    set -l before (string match -r '^.*=' -- $words[-1])
    set -l typed (string replace -r '^.*=' '' -- $words[-1])
    for line in ($program complete $words 2>/dev/null)
        switch $line
            case ':files'
                for path in (__fish_complete_path $typed)
                    printf '%s%s\n' "$before" $path
                end
            case ':dirs'
                for path in (__fish_complete_directories $typed '')
                    printf '%s%s\n' "$before" $path
                end
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c tenko -f -a '(__tenko_complete)'
